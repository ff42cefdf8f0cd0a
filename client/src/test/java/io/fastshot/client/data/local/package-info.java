/** Tests of folders of session files. */
@NullMarked
package io.fastshot.client.data.local;

import org.jspecify.annotations.NullMarked;
