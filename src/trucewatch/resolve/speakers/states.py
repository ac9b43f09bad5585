"""States, their seats of government and their peoples: which word stands for which state.

Plain reference data, so that "Russian" goes with "Russia" and a capital can stand for its government.
"""

from functools import cache

from trucewatch.resolve.speakers.spelling import fold

_TABLE = """
Afghanistan | Kabul | Afghan, Afghani, Afghans
Albania | Tirana | Albanian
Algeria | Algiers | Algerian
Angola | Luanda | Angolan
Argentina | Buenos Aires | Argentine, Argentinian
Armenia | Yerevan | Armenian
Australia | Canberra | Australian
Austria | Vienna | Austrian
Azerbaijan | Baku | Azerbaijani, Azeri
Bahrain | Manama | Bahraini
Bangladesh | Dhaka | Bangladeshi
Belarus | Minsk | Belarusian, Belarussian
Belgium | Brussels | Belgian
Benin | Porto-Novo | Beninese
Bolivia | La Paz | Bolivian
Bosnia | Sarajevo | Bosnian
Botswana | Gaborone | Botswanan
Brazil | Brasilia | Brazilian
Brunei | Bandar Seri Begawan | Bruneian
Bulgaria | Sofia | Bulgarian
Burkina Faso | Ouagadougou | Burkinabe
Burundi | Gitega, Bujumbura | Burundian
Cambodia | Phnom Penh | Cambodian
Cameroon | Yaounde | Cameroonian
Canada | Ottawa | Canadian
Central African Republic | Bangui | Central African
Chad | N'Djamena | Chadian
Chile | Santiago | Chilean
China | Beijing | Chinese
Colombia | Bogota | Colombian
Congo | Kinshasa, Brazzaville | Congolese
Croatia | Zagreb | Croatian, Croat
Cuba | Havana | Cuban
Cyprus | Nicosia | Cypriot
Czech Republic | Prague | Czech
Denmark | Copenhagen | Danish, Dane
Ecuador | Quito | Ecuadorian, Ecuadorean
Egypt | Cairo | Egyptian
El Salvador | San Salvador | Salvadoran
Eritrea | Asmara | Eritrean
Estonia | Tallinn | Estonian
Ethiopia | Addis Ababa | Ethiopian
Finland | Helsinki | Finnish, Finn
France | Paris | French
Georgia | Tbilisi | Georgian
Germany | Berlin | German
Ghana | Accra | Ghanaian
Greece | Athens | Greek
Guatemala | Guatemala City | Guatemalan
Guinea | Conakry | Guinean
Haiti | Port-au-Prince | Haitian
Honduras | Tegucigalpa | Honduran
Hungary | Budapest | Hungarian
Iceland | Reykjavik | Icelandic
India | New Delhi | Indian
Indonesia | Jakarta | Indonesian
Iran | Tehran | Iranian
Iraq | Baghdad | Iraqi
Ireland | Dublin | Irish
Israel | | Israeli
Italy | Rome | Italian
Ivory Coast | Yamoussoukro, Abidjan | Ivorian
Jamaica | Kingston | Jamaican
Japan | Tokyo | Japanese
Jordan | Amman | Jordanian
Kazakhstan | Astana | Kazakh, Kazakhstani
Kenya | Nairobi | Kenyan
Kosovo | Pristina | Kosovar, Kosovan
Kuwait | Kuwait City | Kuwaiti
Kyrgyzstan | Bishkek | Kyrgyz
Laos | Vientiane | Lao, Laotian
Latvia | Riga | Latvian
Lebanon | Beirut | Lebanese
Liberia | Monrovia | Liberian
Libya | Tripoli | Libyan
Lithuania | Vilnius | Lithuanian
Madagascar | Antananarivo | Malagasy
Malawi | Lilongwe | Malawian
Malaysia | Kuala Lumpur | Malaysian
Mali | Bamako | Malian
Mauritania | Nouakchott | Mauritanian
Mexico | Mexico City | Mexican
Moldova | Chisinau | Moldovan
Mongolia | Ulaanbaatar | Mongolian
Montenegro | Podgorica | Montenegrin
Morocco | Rabat | Moroccan
Mozambique | Maputo | Mozambican
Myanmar | Naypyidaw, Naypyitaw | Myanmarese, Burmese
Namibia | Windhoek | Namibian
Nepal | Kathmandu | Nepalese, Nepali
Netherlands | The Hague | Dutch
New Zealand | Wellington | New Zealander
Nicaragua | Managua | Nicaraguan
Niger | Niamey | Nigerien
Nigeria | Abuja | Nigerian
North Korea | Pyongyang | North Korean
North Macedonia | Skopje | Macedonian
Norway | Oslo | Norwegian
Oman | Muscat | Omani
Pakistan | Islamabad | Pakistani
Palestine | Ramallah | Palestinian
Panama | Panama City | Panamanian
Papua New Guinea | Port Moresby | Papuan
Paraguay | Asuncion | Paraguayan
Peru | Lima | Peruvian
Philippines | Manila | Filipino, Philippine
Poland | Warsaw | Polish, Pole
Portugal | Lisbon | Portuguese
Qatar | Doha | Qatari
Romania | Bucharest | Romanian
Russia | Moscow | Russian
Rwanda | Kigali | Rwandan
Saudi Arabia | Riyadh | Saudi, Saudi Arabian
Senegal | Dakar | Senegalese
Serbia | Belgrade | Serbian, Serb
Sierra Leone | Freetown | Sierra Leonean
Singapore | | Singaporean
Slovakia | Bratislava | Slovak, Slovakian
Slovenia | Ljubljana | Slovenian, Slovene
Somalia | Mogadishu | Somali
South Africa | Pretoria | South African
South Korea | Seoul | South Korean
South Sudan | Juba | South Sudanese
Spain | Madrid | Spanish, Spaniard
Sri Lanka | Colombo | Sri Lankan
Sudan | Khartoum | Sudanese
Sweden | Stockholm | Swedish, Swede
Switzerland | Bern | Swiss
Syria | Damascus | Syrian
Taiwan | Taipei | Taiwanese
Tajikistan | Dushanbe | Tajik
Tanzania | Dodoma | Tanzanian
Thailand | Bangkok | Thai
Timor-Leste | Dili | Timorese
Tunisia | Tunis | Tunisian
Turkey | Ankara | Turkish, Turk
Turkmenistan | Ashgabat | Turkmen
Uganda | Kampala | Ugandan
Ukraine | Kyiv, Kiev | Ukrainian
United Arab Emirates | Abu Dhabi | Emirati, UAE
United Kingdom | London | British, UK, Britain, Briton
United States | Washington | American, US, U.S., USA, America
Uruguay | Montevideo | Uruguayan
Uzbekistan | Tashkent | Uzbek
Vatican | Holy See |
Venezuela | Caracas | Venezuelan
Vietnam | Hanoi | Vietnamese
Yemen | Sanaa, Sana'a | Yemeni
Zambia | Lusaka | Zambian
Zimbabwe | Harare | Zimbabwean
"""
"""A state, its seats of government, and the words for its people or of it."""


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    meaning: dict[str, str] = {}
    seats: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        state, capitals, words = (part.strip() for part in line.split("|"))
        for word in (state, *words.split(", ")):
            meaning.setdefault(fold(word), state)
        for capital in capitals.split(", "):
            seats[fold(capital)] = state
    meaning.pop("", None)
    seats.pop("", None)
    return meaning, seats


@cache
def _peoples() -> dict[str, str]:
    rows = (line.split("|") for line in _TABLE.strip().splitlines())
    return {state.strip(): words.split(",")[0].strip() for state, _, words in rows}


def people_of(state: str) -> str | None:
    """The adjective of a state ("Norway": "Norwegian"); None for other words."""
    return _peoples().get(state) or None


def state_meant(words: str) -> str | None:
    """The state that a name, adjective or people means ("Russian": "Russia"); None for other words."""
    meaning, _ = _tables()
    key = fold(words)
    return meaning.get(key) or (meaning.get(key[:-1]) if key.endswith("s") else None)


def state_seated(capital: str) -> str | None:
    """The state whose government sits in this capital; None for other words."""
    return _tables()[1].get(fold(capital))
