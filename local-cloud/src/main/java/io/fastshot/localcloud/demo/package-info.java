/**
 * The demo library: draws pictures, puts them into session files and these into a store.
 *
 * <p>Pipeline: {@link DemoLibrary} draws a plan of each session from the seed; painters draw its
 * pictures; the session codec writes the file; the store takes it.
 */
@NullMarked
package io.fastshot.localcloud.demo;

import org.jspecify.annotations.NullMarked;
