#include "native_xml.h"
#include "native_library.h"

#include <libxml/parser.h>
#include <pthread.h>
#include <string.h>

#define FUNCTIONS(F)           \
    F(xmlInitParser)           \
    F(xmlCreatePushParserCtxt) \
    F(xmlCtxtUseOptions)       \
    F(xmlParseChunk)           \
    F(xmlStopParser)           \
    F(xmlByteConsumed)         \
    F(xmlFreeParserCtxt)

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_pointer;
#else
typedef xmlErrorPtr error_pointer;
#endif

/// The library whose structures the headers describe: version 2.14 changed them, and its name.
#if LIBXML_VERSION >= 21400
#define LIBRARY "libxml2.so.16", "libxml2-16"
#else
#define LIBRARY "libxml2.so.2", "libxml2"
#endif

/// What libxml2 is given at a time, and how much of it may wait for the end of a tag or comment.
///
/// libxml2 compares each attribute of a tag with every other, so that the length of a tag has to be bounded.
enum { chunk_size = 4096, longest_markup = 65536 };

static struct { FUNCTIONS(NATIVE_MEMBER) } functions;
static const char *failure;

static void load(void) {
    static const char *const names[] = {FUNCTIONS(NATIVE_NAME)};
    failure = native_load(LIBRARY, names, (void **)&functions, sizeof names / sizeof *names);
    if (failure == NULL) functions.xmlInitParser();
}

/// One document that is being read.
struct parse {
    const char *document;
    size_t length;
    const struct native_xml_reader *reader;
    struct native_xml_outcome *outcome;
    xmlParserCtxtPtr parser;
};

/// The first verdict stands.
static void conclude(struct parse *parse, enum native_xml_verdict verdict, int code, int line) {
    if (parse->outcome->verdict != native_xml_read) return;
    *parse->outcome = (struct native_xml_outcome){verdict, code, line};
}

static void stop(struct parse *parse, enum native_xml_verdict verdict) {
    conclude(parse, verdict, 0, parse->parser->input == NULL ? 0 : parse->parser->input->line);
    functions.xmlStopParser(parse->parser);
}

static bool is_over(const struct parse *parse) { return parse->outcome->verdict != native_xml_read; }

/// Where the tag begins whose end, or the byte behind it, libxml2 has reached; checked against its name.
///
/// No tag has a `<` inside: XML 1.0, section 3.1, "No < in Attribute Values".
static bool find_tag(const struct parse *parse, size_t end, const xmlChar *prefix, const xmlChar *name, size_t *start) {
    size_t at = end;
    while (at > 0 && parse->document[at - 1] != '<') at--;
    if (at == 0) return false;
    *start = at - 1;
    if (at < end && parse->document[at] == '/') at++;
    const xmlChar *const parts[] = {prefix, prefix == NULL ? NULL : BAD_CAST ":", name};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i] == NULL) continue;
        size_t count = strlen((const char *)parts[i]);
        if (end - at < count || memcmp(parse->document + at, parts[i], count) != 0) return false;
        at += count;
    }
    return true;
}

static void on_start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int declaration_count,
    const xmlChar **declarations, int attribute_count, int defaulted_count, const xmlChar **attributes) {
    struct parse *parse = context;
    (void)defaulted_count;
    if (is_over(parse)) return;
    struct native_xml_tag tag = {
        .prefix = (const char *)prefix,
        .name = (const char *)name,
        .uri = (const char *)uri,
        .declarations = (const char *const *)declarations,
        .declaration_count = (size_t)declaration_count,
        .attributes = (const char *const *)attributes,
        .attribute_count = (size_t)attribute_count,
    };
    long at = functions.xmlByteConsumed(parse->parser);
    if (at < 0 || (size_t)at > parse->length || !find_tag(parse, (size_t)at, prefix, name, &tag.offset)) {
        stop(parse, native_xml_lost);
        return;
    }
    // libxml2 tells of a tag before it complains that it does not end.
    bool is_cut_off = (size_t)at == parse->length;
    if (is_cut_off || (parse->document[at] != '>' && parse->document[at] != '/')) {
        int code = is_cut_off ? XML_ERR_TAG_NOT_FINISHED : XML_ERR_GT_REQUIRED;
        conclude(parse, native_xml_malformed, code, parse->parser->input->line);
        return;
    }
    if (!parse->reader->start(parse->reader->context, &tag)) stop(parse, native_xml_ended);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    struct parse *parse = context;
    (void)uri;
    if (is_over(parse)) return;
    long at = functions.xmlByteConsumed(parse->parser);
    size_t start = 0;
    if (at <= 0 || (size_t)at > parse->length || parse->document[at - 1] != '>' ||
        !find_tag(parse, (size_t)at, prefix, name, &start)) {
        stop(parse, native_xml_lost);
        return;
    }
    if (!parse->reader->end(parse->reader->context, (size_t)at)) stop(parse, native_xml_ended);
}

static void on_text(void *context, const xmlChar *bytes, int count) {
    struct parse *parse = context;
    if (is_over(parse)) return;
    if (!parse->reader->text(parse->reader->context, (const char *)bytes, (size_t)count)) stop(parse, native_xml_ended);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
    (void)name, (void)public_id, (void)system_id;
    stop(context, native_xml_doctype);
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data) {
    (void)target, (void)data;
    stop(context, native_xml_instruction);
}

/// The parser is not stopped here, in the middle of what it does: whatever it still tells is ignored.
///
/// A namespace that is no URI is one all the same, as names are compared as strings: Namespaces in XML 1.0, section 2.3.
static void on_error(void *context, error_pointer error) {
    if (error->level < XML_ERR_ERROR || error->code == XML_WAR_NS_URI) return;
    conclude(context, native_xml_malformed, error->code, error->line);
}

/// No more bytes than `chunk_size`, and no part of a character.
static int next_chunk(const struct parse *parse, size_t offset) {
    size_t rest = parse->length - offset;
    if (rest <= chunk_size) return (int)rest;
    int count = chunk_size;
    while (count > 1 && (parse->document[offset + (size_t)count] & 0xC0) == 0x80) count--;
    return count;
}

static void run(struct parse *parse) {
    size_t offset = 0;
    while (offset < parse->length && !is_over(parse)) {
        int count = next_chunk(parse, offset);
        functions.xmlParseChunk(parse->parser, parse->document + offset, count, 0);
        offset += (size_t)count;
        long at = functions.xmlByteConsumed(parse->parser);
        if (at < 0 || offset - (size_t)at > longest_markup) conclude(parse, native_xml_too_long, 0, 0);
    }
    if (!is_over(parse)) functions.xmlParseChunk(parse->parser, NULL, 0, 1);
    if (!parse->parser->wellFormed) conclude(parse, native_xml_malformed, parse->parser->errNo, 0);
}

const char *native_xml_parse(
    const char *document, size_t length, const struct native_xml_reader *reader, struct native_xml_outcome *outcome) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    if (failure != NULL) return failure;
    // There is no handler that could declare, resolve or load an entity.
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .internalSubset = on_doctype,
        .processingInstruction = on_instruction,
        .serror = on_error,
    };
    *outcome = (struct native_xml_outcome){native_xml_read, 0, 0};
    struct parse parse = {document, length, reader, outcome, NULL};
    parse.parser = functions.xmlCreatePushParserCtxt(&handler, &parse, NULL, 0, NULL);
    if (parse.parser == NULL) return "libxml2 did not start";
    functions.xmlCtxtUseOptions(parse.parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    run(&parse);
    functions.xmlFreeParserCtxt(parse.parser);
    return NULL;
}
