/**
 * The object store port and its implementations. The only package that imports the AWS SDK for S3.
 */
@NullMarked
package io.fastshot.store;

import org.jspecify.annotations.NullMarked;
