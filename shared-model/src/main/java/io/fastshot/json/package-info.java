/**
 * The JSON documents of the bucket, one class per document: reading is tolerant and bounded,
 * writing is canonical.
 */
@NullMarked
package io.fastshot.json;

import org.jspecify.annotations.NullMarked;
