/**
 * A screen for tests that open windows, on machines that have none.
 *
 * <p>{@link io.fastshot.client.display.DisplayStarter} runs before the first test of a JVM and
 * starts a virtual X server; {@link io.fastshot.client.display.WindowTest} marks the test classes
 * that need it and skips them, with the reason, where neither Xvfb nor a real display exists.
 */
@NullMarked
package io.fastshot.client.display;

import org.jspecify.annotations.NullMarked;
