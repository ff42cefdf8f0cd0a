/**
 * Objects on disk that survive a crash at any moment.
 *
 * <p>Pipeline: {@link Draft} takes the bytes into a temporary file, appends the {@link
 * StoredObject} that describes them, and forces both to the disk; {@link DiskBucket} checks the
 * request's condition and moves the file to its place under the lock of its key, then tells the
 * {@link ObjectChangeListener}. {@link Uploads} keeps the parts of multipart uploads in the same
 * kind of files.
 */
@NullMarked
package io.fastshot.localcloud.disk;

import org.jspecify.annotations.NullMarked;
