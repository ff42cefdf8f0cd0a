package io.fastshot.localcloud.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * A refusal in the words of S3.
 *
 * @param status HTTP status
 * @param code such as {@code AccessDenied}
 * @param message for a person
 * @param details further elements of the document, such as the {@code Header} it is about
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error
 *     responses</a>
 */
public record S3Error(int status, String code, String message, Map<String, String> details) {

  public S3Error {
    details = Map.copyOf(details);
  }

  /** Without further elements. */
  static S3Error of(int status, String code, String message) {
    return new S3Error(status, code, message, Map.of());
  }

  /** Answers a request with this, in place of obeying it. */
  void give(HttpServletRequest request, HttpServletResponse response) throws IOException {
    StringBuilder text =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>")
            .append(code)
            .append("</Code><Message>")
            .append(XmlText.escaped(message))
            .append("</Message>");
    details.forEach((name, value) ->
        text.append('<')
            .append(name)
            .append('>')
            .append(XmlText.escaped(value))
            .append("</")
            .append(name)
            .append('>'));
    response.setStatus(status);
    response.setContentType("application/xml");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(text.append("</Error>").toString());
    response.flushBuffer();
    Bodies.drain(request);
  }
}
