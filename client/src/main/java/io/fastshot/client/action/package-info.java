/**
 * What a person can do with the library, each named once: menus, buttons, keys, the sheet of keys
 * and the command line's help are made of it.
 *
 * <p>In: nothing. Out: names, keys and words. Knows no window and no command.
 */
@NullMarked
package io.fastshot.client.action;

import org.jspecify.annotations.NullMarked;
