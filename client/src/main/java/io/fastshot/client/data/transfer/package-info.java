/**
 * Uploads and downloads of whole session files, checked on both ends.
 *
 * <p>In: a file or a row. Out: the object in the bucket, or a verified file; an outcome that says
 * what happened. Never: overwrites an object or a file.
 */
@NullMarked
package io.fastshot.client.data.transfer;

import org.jspecify.annotations.NullMarked;
