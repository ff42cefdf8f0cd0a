/** Tests of the queue of transfers. */
@NullMarked
package io.fastshot.client.data.queue;

import org.jspecify.annotations.NullMarked;
