"""Codes of countries by the names that reports print."""

from __future__ import annotations

_CODES = """
AF Afghanistan|AL Albania|DZ Algeria|AD Andorra|AO Angola|AR Argentina|AM Armenia|AU Australia|AT Austria|AZ Azerbaijan|BS Bahamas
BH Bahrain|BD Bangladesh|BB Barbados|BY Belarus|BE Belgium|BZ Belize|BJ Benin|BT Bhutan|BO Bolivia|BA Bosnia and Herzegovina|BW Botswana
BR Brazil|BN Brunei|BG Bulgaria|BF Burkina Faso|MM Burma|MM Myanmar|BI Burundi|KH Cambodia|CM Cameroon|CA Canada|CV Cape Verde
CF Central African Republic|TD Chad|CL Chile|CN China|CO Colombia|KM Comoros|CD Democratic Republic of the Congo|CG Republic of the Congo
CR Costa Rica|CI Cote d'Ivoire|CI Ivory Coast|HR Croatia|CU Cuba|CY Cyprus|CZ Czech Republic|CZ Czechia|DK Denmark|DJ Djibouti
DM Dominica|DO Dominican Republic|TL East Timor|TL Timor-Leste|EC Ecuador|EG Egypt|SV El Salvador|GQ Equatorial Guinea|ER Eritrea
EE Estonia|SZ Eswatini|SZ Swaziland|ET Ethiopia|FJ Fiji|FI Finland|FR France|GA Gabon|GM Gambia|GM The Gambia|GE Georgia|DE Germany
GH Ghana|GR Greece|GD Grenada|GT Guatemala|GN Guinea|GW Guinea-Bissau|GY Guyana|HT Haiti|HN Honduras|HK Hong Kong|HU Hungary|IS Iceland
IN India|ID Indonesia|IR Iran|IQ Iraq|IE Ireland|IL Israel|IT Italy|JM Jamaica|JP Japan|JO Jordan|KZ Kazakhstan|KE Kenya|KI Kiribati
XK Kosovo|KW Kuwait|KG Kyrgyzstan|KG Kyrgyz Republic|LA Laos|LV Latvia|LB Lebanon|LS Lesotho|LR Liberia|LY Libya|LI Liechtenstein
LT Lithuania|LU Luxembourg|MK Macedonia|MK North Macedonia|MG Madagascar|MW Malawi|MY Malaysia|MV Maldives|ML Mali|MT Malta|MR Mauritania
MU Mauritius|MX Mexico|FM Micronesia|MD Moldova|MC Monaco|MN Mongolia|ME Montenegro|MA Morocco|MZ Mozambique|NA Namibia|NR Nauru|NP Nepal
NL Netherlands|NL The Netherlands|NZ New Zealand|NI Nicaragua|NE Niger|NG Nigeria|KP North Korea|NO Norway|OM Oman|PK Pakistan|PW Palau
PS Palestine|PA Panama|PG Papua New Guinea|PY Paraguay|PE Peru|PH Philippines|PH The Philippines|PL Poland|PT Portugal|QA Qatar|RO Romania
RU Russia|RU Russian Federation|RW Rwanda|WS Samoa|SM San Marino|SA Saudi Arabia|SN Senegal|RS Serbia|SC Seychelles|SL Sierra Leone
SG Singapore|SK Slovakia|SI Slovenia|SO Somalia|ZA South Africa|KR South Korea|SS South Sudan|ES Spain|LK Sri Lanka|SD Sudan|SR Suriname
SE Sweden|CH Switzerland|SY Syria|TW Taiwan|TJ Tajikistan|TZ Tanzania|TH Thailand|TG Togo|TO Tonga|TT Trinidad and Tobago|TN Tunisia
TR Turkey|TR T\u00fcrkiye|TM Turkmenistan|UG Uganda|UA Ukraine|AE United Arab Emirates|GB United Kingdom|US United States|UY Uruguay
US United States of America|UZ Uzbekistan|VU Vanuatu|VE Venezuela|VN Vietnam|YE Yemen|ZM Zambia|ZW Zimbabwe
"""
_BY_NAME = {row[3:].casefold(): row[:2] for line in _CODES.strip().split("\n") for row in line.split("|")}
UNKNOWN = "ZZ"
"""A code that the standard leaves to users, for a country that is not in the list."""


def code_of(name: str) -> str | None:
    """Return the code of a country, None where the name is not known."""
    return _BY_NAME.get(" ".join(name.casefold().split()).strip(" .:*"))
