/**
 * Every store behind the port, held to one contract and one end-to-end run: memory, the local
 * cloud, LocalStack, AWS.
 */
@NullMarked
package io.fastshot.integration.store;

import org.jspecify.annotations.NullMarked;
