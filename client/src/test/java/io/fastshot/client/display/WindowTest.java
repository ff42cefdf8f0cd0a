package io.fastshot.client.display;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test class that opens real windows.
 *
 * <p>It runs on a virtual display of its own, so nothing appears on the developer's screen. Without
 * a display it is skipped with a line that says why; with {@code FASTSHOT_REQUIRE_DISPLAY=1} in the
 * environment (set by continuous integration) a missing display fails the test instead.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DisplayCondition.class)
@ResourceLock("display")
public @interface WindowTest {}
