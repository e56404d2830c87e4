"""Has signxml, an XML signature library of others, judge a SAML assertion.

Standard input: {"token" (base64url of the XML), "certificate" (base64 DER), "id_attribute"}. Prints the signed element
as {"tag", "audience", "values" (of the attributes, by their names)}; fails when the signature does not hold.
"""

import base64, json, sys

from lxml import etree
from signxml import XMLVerifier
from signxml.verifier import SignatureConfiguration

options = json.load(sys.stdin)
token = options["token"]
xml = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
pem = f"-----BEGIN CERTIFICATE-----\n{options['certificate']}\n-----END CERTIFICATE-----\n"
signed = XMLVerifier().verify(
    etree.fromstring(xml), x509_cert=pem, id_attribute=options["id_attribute"],
    expect_config=SignatureConfiguration(require_x509=True)).signed_xml
attributes = signed.findall(".//{*}Attribute")
print(json.dumps(dict(
    tag=signed.tag, audience=signed.find(".//{*}Audience").text,
    values={(each.get("Name") or each.get("AttributeName")).rpartition("/")[2]: each[0].text for each in attributes})))
