/** Session files that are wrong in every way that came to mind, each with a name that says how. */
@NullMarked
package io.fastshot.badfiles;

import org.jspecify.annotations.NullMarked;
