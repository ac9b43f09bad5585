"""Invented accords in several layouts."""

NUMBERED = """Joint statement on the cessation of fire in the Corran valley

We, President of the Republic of Osmere I. Talvik, Prime Minister of the Republic of Karland N. Brodin and \
President of the Norvian Federation V. Helmar, declare the following:

1. A complete ceasefire in the Corran valley is declared starting from 00:00 hours on 4 May 2016. The \
Republic of Osmere and the Republic of Karland, hereinafter referred to as "the Parties", shall remain on \
the positions that they hold.

2. The Ardal district shall be returned to the Republic of Osmere by 20 May 2016.

3. Along the contact line a peacekeeping contingent of the Norvian Federation numbering 1,200 servicemen \
shall be deployed.

4. The Parties shall, within ten days of signing, exchange prisoners of war and the bodies of the dead.

5. Karland shall return the Sella district to Osmere by 1 July 2016, and the Norvian
Federation shall continue to guarantee the security of traffic.

3 May 2016

President of the Republic of Osmere
I. Talvik
Prime Minister of the Republic of Karland
N. Brodin
President of the Norvian Federation
V. Helmar
"""

ARTICLES = """CEASEFIRE AGREEMENT

between the Government of the Republic of Tavia and the Tavian People's Front (hereinafter "the Front")

The Government of the Republic of Tavia and the Tavian People's Front, meeting in Lisk under the mediation \
of the Kingdom of Orrin,

Recognising the suffering of the people,

Have agreed as follows:

Article 1
Cessation of hostilities

1. The Parties shall cease all military operations within twenty-four (24) hours of the entry into force of \
this Agreement.

2. Each Party shall:
(a) withdraw its heavy weapons to 20 kilometres from the line of contact no later than 15 June 2011;
(b) refrain from any hostile act;
(c) continue to supply the hospitals of Lisk.

Article 2
Detainees

1. The Front shall release all detained persons within three weeks of signature.
2. The Government of Tavia shall hand over to the Front a list of detained persons by 1 June 2011.

Article 3. Guarantees

The Kingdom of Orrin shall act as guarantor of this Agreement.

Article 4
Entry into force

This Agreement shall enter into force on 1 June 2011.

Done at Lisk, this 20th day of May, 2011, in two copies.

For the Government of the Republic of Tavia: Edan Vorr
For the Tavian People's Front: Mira Sool

Witnessed by: the Grand Duchy of Melk

Annex A

1. The line of contact shall be marked by the Parties within sixty days.
2. Maps are attached.
"""

PARTS = """Protocol on the roads

The State of Harn and the Mirian Council agreed in Dell on 9 June 2018:

I. Roads
1 (a) The State of Harn will open the north road by 1 July 2018.
(b) The Mirian Council will clear the north road of mines within two months after signing.
1 (c) Both sides will meet every week.
II. Prisoners
2 (a) Each side releases a dozen prisoners by 15 June 2018.
(i) The sick go first.
(ii) The wounded go next.
III. Final
The protocol takes effect upon signing.

Signed in Dell on 9 June 2018
"""

UNNUMBERED = """Understanding on the Sarn crossing

The Velden Authority and the Oskar Brigade have agreed on the following:

The Oskar Brigade shall leave the crossing by 2 March 2014.

The Velden Authority undertakes to let travellers pass.

Both sides will continue to talk.

Signed at Sarn on 20 February 2014
"""
