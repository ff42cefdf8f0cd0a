@NullMarked
package io.fastshot.client.data.rebuild;

import org.jspecify.annotations.NullMarked;
