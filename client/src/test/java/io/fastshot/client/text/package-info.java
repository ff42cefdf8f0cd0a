@NullMarked
package io.fastshot.client.text;

import org.jspecify.annotations.NullMarked;
