/**
 * Tests of the window: real windows on a virtual display, over a real library whose bucket is in
 * memory and whose index is kept by the real indexer, run when the test says so.
 */
@NullMarked
package io.fastshot.client.ui;

import org.jspecify.annotations.NullMarked;
