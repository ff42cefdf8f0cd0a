/**
 * The object store port ({@link io.fastshot.store.ObjectStore}), its implementations (S3, memory)
 * and its decorators. The only package that imports the AWS SDK for S3.
 */
@NullMarked
package io.fastshot.store;

import org.jspecify.annotations.NullMarked;
