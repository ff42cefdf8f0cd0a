package io.fastshot.client.display;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the virtual display before any test class is loaded.
 *
 * <p>AWT decides once per JVM whether it has a screen, so this must come before the first test that
 * touches an image. JUnit finds this class by {@code META-INF/services}.
 */
public final class DisplayStarter implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    VirtualDisplay.ofThisJvm();
  }
}
