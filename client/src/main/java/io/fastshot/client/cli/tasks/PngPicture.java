package io.fastshot.client.cli.tasks;

import io.fastshot.container.ImageSource;

/**
 * A picture that goes into a session.
 *
 * @param name what a person calls it
 * @param width in pixels
 * @param height in pixels
 * @param source its PNG
 */
public record PngPicture(String name, int width, int height, ImageSource source) {}
