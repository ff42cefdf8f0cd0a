@NullMarked
package io.fastshot.client.ui.look;

import org.jspecify.annotations.NullMarked;
