/**
 * How results are shown: lists, outcomes, progress, findings; as text or as JSON.
 *
 * <p>In: values of the data layer. Out: lines at the {@link io.fastshot.client.cli.text.Console}.
 * Never: requests.
 */
@NullMarked
package io.fastshot.client.cli.output;

import org.jspecify.annotations.NullMarked;
