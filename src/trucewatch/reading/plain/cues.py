"""Words that give a line away: what news sites write around an article, by what it does to the reading.

The lists hold what is common to news sites at large; nothing in them belongs to one outlet. A line matches as a whole
(after its case is folded and its edges are cleaned), or by how it begins where the table says so.
"""

import re
from typing import Final

RELATED_OPENERS: Final = re.compile(
    r"(?:related|similar|other|more|latest|recent|top|breaking|popular|trending|recommended|further|previous|next|"
    r"most(?:\s(?:read|popular|viewed|recent|shared|commented|watched|discussed))?|today's|the\slatest|all|also|editor'?s?|"
    r"must|hot|featured|world|in\sthis)\s?"
    r"(?:news|articles?|stor(?:y|ies)|posts?|reads?|reading|headlines?|topics?|links?|content|coverage|publications?|"
    r"materials?|from.{1,40}|in\s\w+|on\sthis(?:\s\w+)?|by\s.{1,40}|read|popular|viewed|picks?|choice|videos?|"
    r"updates?|today|this\s(?:week|month|section|topic)|similar\sarticles?|for\syou|stories\sfrom.{1,40}|series)"
    r"(?:\s(?:news|articles?|stories|today|now|this\s(?:week|month)))?"
    r"|you\s(?:may|might)\s(?:also\s)?(?:like|enjoy|be\sinterested(?:\sin)?)|(?:see|read|watch|view|listen)\s(?:also|more|next)"
    r"(?:\s(?:on|in|from|about)\s.{1,40})?|also\s(?:read|see|watch)|(?:don'?t|do\snot)\smiss|what\sto\sread\snext|up\snext"
    r"|around\sthe\sweb|from\s(?:around\s)?the\sweb|from\sour\spartners|sponsored(?:\s\w+)?|latest|related|trending(?:\snow)?"
    r"|popular|recommended|headlines|news\sfeed|newsfeed|archives?|more|in\sfocus|photo\sgaller(?:y|ies)|galler(?:y|ies)|multimedia"
    r"|videos?|top\s\d+|more\son\s.{1,60}|more\s(?:about|from)\s.{1,60}|on\sthe\ssame\s(?:topic|subject)|by\sthe\ssame\sauthor"
    r"|news|latest\s\w+(?:\s\w+)?|key\s(?:points|facts|developments)|story\shighlights|highlights|at\sa\sglance|in\sbrief"
    r"|more\sin\sthis\s\w+|(?:previous|next|newer|older)\s(?:article|post|story)s?|discover\smore|read\snext|explore\smore"
    r"|tell\sus\swhat\syou\sthink|stories\syou\smay\s(?:like|have\smissed)|you\shave\s(?:\w+\s){0,3}articles?\sleft|related\s\w+(?:\s\w+)?",
    re.IGNORECASE,
)
"""Headings of lists of other articles, as a whole line."""

COMMENT_OPENERS: Final = re.compile(
    r"(?:[0-9]+|no|one|two|three|all|show|hide|view(?:\sall)?|read|add(?:\sa|\syour)?|post(?:\sa|\syour)?|leave(?:\sa|\syour)?|"
    r"write(?:\sa|\syour)?|join\sthe|start\sthe|reader'?s?'?|your|facebook|top|latest|recent|the)?\s?"
    r"\(?(?:[0-9]+)?\)?\s?(?:comments?|repl(?:y|ies)|responses?|conversation|discussion|reader\scomments?|feedback)"
    r"\s?(?:\(\s?[0-9]+\s?\)|:\s?[0-9]*|[0-9]+|so\sfar|on\sthis\s\w+|below|to\s[“\"‘'].{1,200})?"
    r"|(?:leave|post|cancel)\s(?:a\s)?(?:reply|comment|response)(?:\scancel\s(?:reply|comment))?|what\sdo\syou\sthink\?|have\syour\ssay"
    r"|(?:comments?|discussion)\s(?:are|is)\s(?:closed|off|disabled).{0,40}|be\sthe\sfirst\sto\s(?:comment|reply|respond).{0,40}"
    r"|[0-9]+\s(?:thoughts|responses|replies|comments)\s(?:on|to|for)\s.{1,200}",
    re.IGNORECASE,
)
"""Headings of readers' comments, as a whole line."""

SIGN_UP: Final = re.compile(
    r"(?:please\s)?(?:would\slove\syour|let\sus\sknow|share\syour|sign\sup|subscribe|log\s?in|register|join|become\s(?:a\s)?(?:member|subscriber)|get\s(?:the|our|notified|daily|breaking|"
    r"all|more|unlimited|access|email|alerts)|stay\s(?:up\sto\sdate|informed|connected|tuned|updated|in\stouch|ahead|on\stop)|"
    r"don'?t\smiss|follow(?:\s|$)|like\sus|find\sus|download\s(?:the|our)|support\s(?:our|us|independent|quality)|"
    r"donate|click\s(?:here|on|to)|enter\syour|your\s(?:email|e-mail|contribution|support|name)|already\s(?:a\s)?(?:subscriber|member|have)|"
    r"receive|newsletter|create\s(?:an|your)\s\w*\s?account|forgot|it'?s\sfree|start\syour|try\s|unlock|continue\sreading|keep\sreading|"
    r"send\s(?:us|a|me)|we\s(?:use|value)\s(?:cookies|your)|this\s(?:web)?site\suses|by\s(?:continuing|clicking|using|signing)|"
    r"be\spart\sof|most\simportant\snews|only\smost|thank(?:s|\syou)\sfor\s(?:reading|subscribing|visiting)|advertise\swith|"
    r"contact\s(?:us|the)|write\sto\sus|to\sread\smore|read\sthe\sfull|to\scontinue\sreading|turn\son|allow\snotifications|"
    r"required\sfields|have\sa\s(?:tip|story)|got\sa\s(?:tip|story)|found\s(?:a|an)\s(?:mistake|error|typo)|if\syou\s(?:find|found|notice|spot|see)|"
    r"the\sviews\sexpressed|(?:the\s)?opinions\sexpressed|our\sstandards|join\sour|all\sthe\slatest|for\s(?:all\s)?the\slatest|"
    r"we\s(?:need|want\sto\shear|cannot\sdo|are\sa\s(?:small|non))|help\sus|make\sa\s(?:donation|contribution)|consider\s(?:supporting|making))",
    re.IGNORECASE,
)
"""How sign-up boxes, appeals and house notices begin."""

NOTICES: Final = re.compile(
    r"(?:\(c\)|©|copyright\b|all\srights\sreserved|advertis(?:e|ement|ing|ements)\b|sponsored|promoted|story\scontinues|article\scontinues|"
    r"cookies?\b|privacy|terms\s(?:of|and|&)|disclaimer|(?:page\s)?views?\s?:?\s?[0-9]|[0-9][0-9\s,.kK]*(?:views?|reads?|shares?|hits|likes?)\b|"
    r"loading|please\s(?:wait|enable|note)|your\sbrowser|javascript|embed\b|no\smedia\ssource|the\scode\shas\sbeen|this\sarticle\s(?:was|is|has|originally)|"
    r"this\sstory\s(?:was|is|has|originally)|originally\spublished|republished|reproduction|when\squoting|use\sof\s(?:materials|content)|(?:with|news)\sagenc(?:y|ies)\sinput|"
    r"powered\sby|hosted\sby|posted\sin|filed\sunder|last\s(?:update|modified)|font\ssize|reading\stime|[0-9]+\smin(?:ute)?s?\sread|"
    r"article\sviews|document\stype|source\s?:|via\s?:|editor\s?:|publish(?:ed\s(?:in|under)\b|er\s?:)|issue\s(?:no|[0-9])|catalogue|error\b|404\b|image\ssource)",
    re.IGNORECASE,
)
"""How legal lines, counters and other small print begin."""

NAVIGATION: Final = re.compile(
    r"(?:share|tweet|print|e-?mail|save|like|home|menu|search|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|"
    r"copy(?:\slink)?|x|vk|viber|messenger|rss|app|next|prev(?:ious)?|back|top|close|open|skip(?:\sto.{1,30})?|accessibility\slinks|all\snews|"
    r"breaking\snews|latest\snews|news|world|politics?|business|econom(?:y|ics)|sports?|culture|society|opinions?|analysis|interviews?|"
    r"categor(?:y|ies)|tags?|topics?|keywords?|share(?:\sthis)?(?:\s(?:on|via|with|to|article|story|post|page|link|news))?(?:\s.{1,30})?|send(?:\sto.{1,20})?|"
    r"(?:print|email|save|bookmark|listen(?:\sto)?|download|report|play|watch)(?:\s(?:this|the|page|article|story|video|audio|pdf|link|now|version|live)){0,3}|"
    r"font|a[+-]|aa|english|french|arabic|russian|language|live|video|photos?|audio|logo|image|advert|ad|ads|"
    r"read\s(?:more|full|the\sfull|in).{0,40}|more|less|show\s(?:more|less|all)|see\sall|view\sall|load\smore|full\s(?:article|story|text)|"
    r"go\sto.{1,30}|back\sto.{1,30}|toggle.{1,30}|log\s(?:in|out)|sign\s(?:in|out|up)|subscribe|register|my\saccount|contact(?:\sus)?|about(?:\sus)?|"
    r"xs|sm|md|lg|xl|[0-9]{1,3}(?:\s?/\s?[0-9]+)?|exclusive|editorial|special\sreport|press\srelease|share\sthis\s.{1,30}|share\s?:.{0,80}|"
    r"tags?\s?:.{0,200}|categor(?:y|ies)\s?:.{0,100}|topics?\s?:.{0,200}|related\stopics.{0,200}|keywords?\s?:.{0,200}|filed\sunder.{0,100}|"
    r"front\spage|local|national|international|regional|region|country|countries|africa|asia|europe|americas?|middle\seast|"
    r"published|updated|posted|ad_[0-9]+|source\slink|site\sicon.{0,40}|open\sin\s(?:app|browser)|google\snews.{0,20}|"
    r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)+|\w+\scountries|top\sstor(?:y|ies)|headlines?|likes?|views?|followers?|[\W_]+)",
    re.IGNORECASE,
)
"""Buttons, menu entries and rubrics, as a whole line."""

POINTERS: Final = re.compile(
    r"(?:also\s?(?:read|see|watch)|read(?:\s(?:also|more|next|here|full\sstory|it\sat))?|see(?:\salso|\smore)?|watch(?:\snow|\smore|\slive)?|listen(?:\sto)?|related(?:\s\w+)?|"
    r"more|don'?t\smiss|explained?r?|recommended|in\spictures|in\sphotos|video|must\sread|editor'?s\spick|opinion|live\supdates|click\shere|"
    r"full\scoverage|background|further\sreading|suggested|you\smay\s(?:also\s)?like|trending|top\sstory|next\sarticle|previous\s(?:article|post|story)|"
    r"next\s(?:post|story))\s?[:|»›>–—-]",
    re.IGNORECASE,
)
"""How a pointer to another article begins inside or after the body."""

CREDITS: Final = re.compile(
    r"(?:photos?|image|images|picture|pic|file\sphoto|video|illustration|graphic|map|credit|screenshot|representational|representative)s?"
    r"(?:\s(?:image|photo|picture|purposes?|only|credit|source|courtesy|by|file|of|from|credits?))*\s?(?:[:|/©]|by\s|courtesy|$)"
    r"|(?:ap|afp|reuters|epa|getty|archive|file|stock|courtesy|screen|press|handout|pool|agency)\s?(?:images?|photos?|pictures?|file|archive)?\s?(?:photo|file|image|/.{1,60})$"
    r"|©\s?[^.]{1,60}$",
    re.IGNORECASE,
)
"""Credits of pictures, at a line's start."""

CAPTION_MARKS: Final = re.compile(
    r"\b[0-9]{3,4}x[0-9]{3,4}\b|\.(?:jpe?g|png|webp|gif)\b|^\[(?:image|photo|picture|video|graphic|map)\]|\((?:L|R|C|left|right|center|centre|[2-9](?:nd|rd|th)\s?[LR]|file|pictured|(?:file\s)?(?:photo|image|picture)[^)]{0,60}|"
    r"(?:ap|afp|reuters|epa)\sphoto[^()]{0,60})\)"
    r"|\([^()]{0,60}(?:getty|reuters|afp|epa|\bap\b|photo|image|xinhua|anadolu|via\s)[^()]{0,60}\)[\s|.]*$"
    r"|(?:file|undated|handout|archive)\s(?:photo|picture|image)|(?:getty|shutterstock|alamy|istock)\s?(?:images)?\b"
    r"|(?:/|\||\[)\s?(?:ap|afp|reuters|epa|getty|file|photo|image|aa|xinhua)\b|\bphoto\s?(?:by|credit|courtesy|:|\||/)"
    r"|\b(?:in\sthis|this|in\san?)\s(?:\w+\s){0,3}(?:photo|image|picture|handout|video\sgrab|screengrab)\b"
    r"|\b(?:pic|pics)\s(?:by|courtesy)\b|\s[\w.'-]{2,20}(?:\s[\w.'-]{2,20}){0,3}\s?/\s?[\w.'-]{2,20}(?:\s[\w.'-]{2,20})?$|[.\"”]\s(?:reuters|afp|epa|ap|getty\simages|ap\sphoto|aa|xinhua|photo)\.?$",
    re.IGNORECASE,
)
"""What captions carry and sentences of a report do not."""

COUNTRY_CAPTION: Final = re.compile(r"[A-Z][A-Z\s/,.'’-]{2,40}\s?(?:--)\s")
"""How the photo desks of some broadcasters begin a caption: the country in capitals, then a double hyphen."""

COMMENT_MARKS: Final = re.compile(
    r".{0,60}\bsays\s?:$|(?:reply|report|like|flag|upvote|permalink|edit|share)(?:\s?[|·•,]?\s?(?:reply|report|like|flag|share|edit|[0-9]+))*$"
    r"|.{0,60}\b(?:[0-9]+|an?|one)\s(?:second|minute|min|hour|day|week|month|year)s?\sago$|(?:reply|in\sreply)\sto\b.{0,60}",
    re.IGNORECASE,
)
"""What stands around a reader's comment."""

RHYTHM: Final = re.compile(r"(?:.{0,40}\s)?[0-2]?[0-9][:.][0-5][0-9](?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
"""A rubric with a clock time, as lists of latest news have under each headline."""

HOUSE: Final = re.compile(
    r"\b(?:subscribe\sto\s|sign\sup\s(?:for|to)\b|newsletter|click\shere|(?:join|follow)\s(?:us|our)\b|whatsapp\sgroup|"
    r"(?:is|was)\spublished\sby|powered\sby|created\sand\ssupplied|our\s(?:journalism|newsletters?|readers|newsroom|website|channel|app|subscribers|reporting\sis|coverage\sof|\w+\sjournalism)|"
    r"(?:quality|independent|unbiased|objective|public\sinterest)\s(?:journalism|news)|your\s(?:support|contribution|subscription|donation|inbox|email)|"
    r"auto-published|agency\sfeed|all\srights\sreserved|privacy\spolicy|terms\sof\s(?:use|service)|cookie)|^[{}!]|\bfunction\s?\(|\bvar\s\w+\s?=|\b(?:document|window)\.\w|[=!]==?\s?\w|\)\s?\{|"
    r";\w+\.\w+|\w\.\w+\([^)]{0,60}\)|^\S+[;}]$|\w\.\w+\s?=\s?\w|^[a-z]\.\w+$",
    re.IGNORECASE,
)
"""An outlet speaking of itself and to its readers; and the code that scraping leaves behind."""

SIGN_OFF: Final = re.compile(
    r"\(?(?:reporting|writing|editing|additional\sreporting|compiled|edited)\s(?:by|and)\b|-\s?0\s?-|#\s?#\s?#|[-–—*]{0,3}\s?ends?\s?[-–—*]{0,3}$|"
    r"notes?\s(?:to|for)\s(?:the\s)?editors?|about\s(?:the\s)?(?:author|writer)s?\b|media\scontacts?\b|contacts?(?:\sinformation)?\s?:|references?(?:\(s\))?\s?:?$|for\s(?:more|further)\sinformation|"
    r"end\sof\s(?:text|article|story)|\*{3,}$|_{3,}$|-{3,}$",
    re.IGNORECASE,
)
"""How agencies, papers and press offices close their copy."""

SIZES: Final = frozenset({"xs", "sm", "md", "lg", "xl", "xxl"})
"""Names of picture sizes that fall out of image players."""

BYLINE: Final = re.compile(
    r"(?:by|written\sby|reported\sby|text\sby|story\sby|author\s?:?|from\sour\scorrespondent|reporting\sby|edited\sby|compiled\sby|"
    r"by\sour\s\w+)\s?:?\s+(?P<who>.{2,120})",
    re.IGNORECASE,
)
"""A signed line."""

SPEECH: Final = re.compile(
    r"\b(?:said|says|told|added|stated|noted|stressed|according\sto|reported|announced|accused|denied|warned|declared|claimed|urged|"
    r"called\son|confirmed|agreed|signed|killed|wounded|met|began|erupted|held|were|was|has|have|had|will|would)\b",
    re.IGNORECASE,
)
"""Finite verbs that reports are made of."""

SAID: Final = re.compile(r"\b(?:said|says|told|added|announced|according\sto|reported|stated)\b", re.IGNORECASE)
"""Verbs by which reports give somebody's words; captions tell what is seen."""

FUNCTION_WORDS: Final = frozenset(
    "the of and to in a that for on with by at from is was were be been has have had it its as he she they "
    "their his her who which will would not but an or this after before between into said".split()
)
