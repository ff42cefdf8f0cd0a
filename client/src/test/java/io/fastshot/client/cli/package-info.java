/** Tests of the command line: whole commands in this process, on a fresh home. */
@NullMarked
package io.fastshot.client.cli;

import org.jspecify.annotations.NullMarked;
