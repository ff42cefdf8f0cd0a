/** What is found between a bucket and an index, where a whole library would not show it. */
@NullMarked
package io.fastshot.client.verify;

import org.jspecify.annotations.NullMarked;
