"""Has signxml sign SAML 2.0 assertions, whose namespaces an envelope around them then declares in their place.

Standard input: {"cases": [{"assertion", "moved" (prefixes that the envelope declares), "inclusive" (of the signature's
PrefixList)}]}. Prints {"certificate" (base64 DER), "envelopes"}.
"""

import base64, datetime, json, re, sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from lxml import etree
from signxml import XMLSigner

key = rsa.generate_private_key(65537, 2048)
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "fs.contoso.example")])
now = datetime.datetime.now(datetime.timezone.utc)
certificate = (
    x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
    .sign(key, hashes.SHA256()))


def envelope(case):
    signer = XMLSigner(c14n_algorithm="http://www.w3.org/2001/10/xml-exc-c14n#")
    signed = etree.tostring(signer.sign(
        etree.fromstring(case["assertion"]), key=key, cert=[certificate], reference_uri="#_1", id_attribute="ID",
        inclusive_ns_prefixes=case["inclusive"])).decode()
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


print(json.dumps({
    "certificate": base64.b64encode(certificate.public_bytes(serialization.Encoding.DER)).decode(),
    "envelopes": [envelope(case) for case in json.load(sys.stdin)["cases"]]}))
