/**
 * The disk store behind S3Proxy's HTTP and signature front end.
 *
 * <p>Pipeline: S3Proxy checks the signature and the checksum of a request and calls {@link
 * DiskBlobStore}; {@link Conditions} judge the request's headers; the answer is made of the SDK's
 * model classes, which S3Proxy's interface asks for.
 *
 * <p>The package is named so because S3Proxy passes conditional writes on only to a store whose
 * class name holds {@code .awssdk.}, and answers 501 for others.
 */
@NullMarked
package io.fastshot.localcloud.awssdk;

import org.jspecify.annotations.NullMarked;
