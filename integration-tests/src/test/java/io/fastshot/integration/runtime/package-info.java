/**
 * The function as it is deployed: {@code lambda-indexer/target/fastshot-indexer.jar} in a process
 * of its own, in Lambda's runtime client, against a Runtime API and a queue of the test.
 */
@NullMarked
package io.fastshot.integration.runtime;

import org.jspecify.annotations.NullMarked;
