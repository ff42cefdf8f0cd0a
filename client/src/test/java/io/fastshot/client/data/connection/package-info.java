@NullMarked
package io.fastshot.client.data.connection;

import org.jspecify.annotations.NullMarked;
