/**
 * The door to S3Proxy's front end, which is private to its package.
 *
 * <p>Pipeline: the local cloud's own HTTP server asks {@link S3FrontEnd} for the servlet that
 * speaks S3 and puts it beside the Lambda Invoke API, on one port. See docs/decisions/0201.
 */
@NullMarked
package org.gaul.s3proxy;

import org.jspecify.annotations.NullMarked;
