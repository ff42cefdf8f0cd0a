/**
 * Tests of what is deployed, and on stores that other programs run: {@code aws} has the helpers
 * (LocalStack, AWS's clients, the packaged function deployed and driven), {@code store} the tests
 * of the port and of whole libraries, {@code runtime} the function in Lambda's own runtime client.
 */
@NullMarked
package io.fastshot.integration;

import org.jspecify.annotations.NullMarked;
