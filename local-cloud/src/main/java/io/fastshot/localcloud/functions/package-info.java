/**
 * Functions as AWS Lambda offers them.
 *
 * <p>In come invocations over HTTP ({@link LambdaHost}), out go the answers of the {@link
 * LambdaFunction} of that name; {@link LocalContext} is what a function is told of its invocation.
 * What the functions do is unknown here, and nothing here starts one unasked.
 */
@NullMarked
package io.fastshot.localcloud.functions;

import org.jspecify.annotations.NullMarked;
