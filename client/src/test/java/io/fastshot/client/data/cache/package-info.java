@NullMarked
package io.fastshot.client.data.cache;

import org.jspecify.annotations.NullMarked;
