/** Tests of the event queue and its pump. */
@NullMarked
package io.fastshot.localcloud.events;

import org.jspecify.annotations.NullMarked;
