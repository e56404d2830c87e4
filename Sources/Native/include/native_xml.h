/// Reading XML with libxml2, which is loaded on first use: only who signs in at a federation server needs it.
///
/// Nothing is expanded, resolved or loaded: a document type declaration or a processing instruction ends the reading.
#pragma once
#include <stdbool.h>
#include <stddef.h>

/// A start tag. Texts end with a zero and live as long as the call; what is not there is NULL.
struct native_xml_tag {
    const char *prefix;
    const char *name;
    const char *uri;
    /// Pairs: prefix and namespace of each declaration.
    const char *const *declarations;
    size_t declaration_count;
    /// Fives: name, prefix, namespace, start and end of the value, in which an ampersand stands as `&#38;`.
    const char *const *attributes;
    size_t attribute_count;
    /// Where its `<` stands in the document.
    size_t offset;
};

/// Who is told what is read; false from a function ends the reading.
struct native_xml_reader {
    void *context;
    bool (*start)(void *context, const struct native_xml_tag *tag);
    bool (*text)(void *context, const char *bytes, size_t count);
    /// `offset` is behind the `>` of the end tag, or of the start tag of an empty element.
    bool (*end)(void *context, size_t offset);
};

/// How the reading of a document ended.
enum native_xml_verdict {
    native_xml_read,
    native_xml_malformed,
    native_xml_doctype,
    native_xml_instruction,
    /// One tag or comment is longer than any that makes sense.
    native_xml_too_long,
    /// libxml2 is not where the document says it is.
    native_xml_lost,
    /// The reader said so.
    native_xml_ended,
};

struct native_xml_outcome {
    enum native_xml_verdict verdict;
    /// libxml2's number of the error.
    int code;
    int line;
};

/// Reads a document in UTF-8 without zero bytes, whatever encoding it declares.
///
/// Returns NULL, or why libxml2 cannot be had.
const char *native_xml_parse(
    const char *document, size_t length, const struct native_xml_reader *reader, struct native_xml_outcome *outcome);
