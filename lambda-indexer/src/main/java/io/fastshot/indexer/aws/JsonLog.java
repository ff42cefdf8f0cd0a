package io.fastshot.indexer.aws;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Log lines that CloudWatch can query: one JSON object each. */
final class JsonLog {
  private JsonLog() {}

  static void write(Context context, Map<String, Object> line) {
    context.getLogger().log(JsonMapper.shared().writeValueAsString(line) + "\n");
  }
}
