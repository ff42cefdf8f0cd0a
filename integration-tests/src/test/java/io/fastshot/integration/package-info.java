/** What needs the packaged function, or a store that another program runs. */
@NullMarked
package io.fastshot.integration;

import org.jspecify.annotations.NullMarked;
