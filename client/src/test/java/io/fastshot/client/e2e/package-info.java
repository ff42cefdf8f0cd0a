/**
 * The whole library at work: a real local cloud, plain S3 clients, real client processes and a real
 * window, judged from outside by {@code IndexOracle} and by the requests that cross the wire.
 */
@NullMarked
package io.fastshot.client.e2e;

import org.jspecify.annotations.NullMarked;
