/** The search box: what it completes, and how it tells a mistake. */
@NullMarked
package io.fastshot.client.ui.search;

import org.jspecify.annotations.NullMarked;
