package io.fastshot.localcloud.functions;

import java.io.IOException;

/** A function that the Lambda Invoke API offers. */
@FunctionalInterface
public interface LambdaFunction {

  /**
   * Runs the function.
   *
   * @param payload JSON
   * @return JSON
   */
  byte[] invoke(byte[] payload) throws IOException;
}
