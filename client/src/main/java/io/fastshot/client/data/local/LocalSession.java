package io.fastshot.client.data.local;

import io.fastshot.model.IndexRow;
import java.nio.file.Path;

/**
 * A session file in a folder.
 *
 * @param row what the file says of itself; its {@code src} changes with the file's size and time
 * @param temporary whether it is the original app's memory of its open windows, which the app
 *     writes over
 */
public record LocalSession(Path file, IndexRow row, boolean temporary) {}
