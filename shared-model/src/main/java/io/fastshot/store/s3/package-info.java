/**
 * The store on S3 by the AWS SDK, the only place that imports its client.
 *
 * <p>In: the port's calls. Out: one request each, and outcomes in the port's words. Never: retries
 * a conditional write.
 */
@NullMarked
package io.fastshot.store.s3;

import org.jspecify.annotations.NullMarked;
