/** Tests of the language of searches. */
@NullMarked
package io.fastshot.client.data.search;

import org.jspecify.annotations.NullMarked;
