/** Tests of the objects on disk. */
@NullMarked
package io.fastshot.localcloud.disk;

import org.jspecify.annotations.NullMarked;
