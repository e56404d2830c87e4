"""Has signxml sign SAML 2.0 assertions, whose namespaces an envelope around them then declares in their place.

sign: reads {"cases": [{"assertion", "moved" (prefixes that the envelope declares)}]} and prints {"certificate" (PEM),
"envelopes"}.
verify: reads {"certificate", "assertion"}, prints {"values"} of the attributes; fails when the signature does not hold.
"""

import datetime, json, re, sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from lxml import etree
from signxml import XMLSigner, XMLVerifier
from signxml.verifier import SignatureConfiguration


def credentials():
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "fs.contoso.example")])
    now = datetime.datetime.now(datetime.timezone.utc)
    return key, (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256()))


def envelope(case, key, certificate):
    signer = XMLSigner(c14n_algorithm="http://www.w3.org/2001/10/xml-exc-c14n#")
    assertion = etree.fromstring(case["assertion"])
    signed = etree.tostring(
        signer.sign(assertion, key=key, cert=[certificate], reference_uri="#_1", id_attribute="ID")).decode()
    start, end = signed.split(">", 1)
    moved = ""
    for prefix in case["moved"]:
        declaration = re.search(r' xmlns%s="[^"]*"' % (":" + prefix if prefix else ""), start).group()
        start, moved = start.replace(declaration, ""), moved + declaration
    trust = "http://docs.oasis-open.org/ws-sx/ws-trust/200512"
    return (
        '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:unused="urn:unused"><s:Body>'
        f'<t:RequestSecurityTokenResponse xmlns:t="{trust}"><t:RequestedSecurityToken{moved}>{start}>{end}'
        "</t:RequestedSecurityToken></t:RequestSecurityTokenResponse></s:Body></s:Envelope>")


def verify(certificate, assertion):
    signed = XMLVerifier().verify(
        etree.fromstring(assertion.encode()), x509_cert=certificate, id_attribute="ID",
        expect_config=SignatureConfiguration(require_x509=True)).signed_xml
    return {"values": {each.get("Name"): each[0].text for each in signed.findall(".//{*}Attribute")}}


options = json.load(sys.stdin)
if sys.argv[1] == "sign":
    key, certificate = credentials()
    print(json.dumps({
        "certificate": certificate.public_bytes(serialization.Encoding.PEM).decode(),
        "envelopes": [envelope(case, key, certificate) for case in options["cases"]]}))
else:
    print(json.dumps(verify(**options)))
