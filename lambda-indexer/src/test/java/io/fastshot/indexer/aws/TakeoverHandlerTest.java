package io.fastshot.indexer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fastshot.indexer.TestContext;
import io.fastshot.indexer.queue.NominationQueue;
import io.fastshot.indexer.queue.QueueMessages;
import io.fastshot.store.s3.BucketNotifications;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The handler against a server that keeps a bucket's notification document, as S3 does. */
class TakeoverHandlerTest {
  private static final String OURS = "arn:aws:sqs:us-east-1:111122223333:Fastshot-Events";
  private static final String THEIRS = "arn:aws:sqs:us-east-1:111122223333:theirs";

  private static final String OTHERS =
      """
      <QueueConfiguration><Id>scan</Id><Queue>%s</Queue><Event>s3:ObjectCreated:*</Event>\
      <Filter><S3Key><FilterRule><Name>Prefix</Name><Value>incoming/</Value></FilterRule></S3Key></Filter>\
      </QueueConfiguration>\
      <TopicConfiguration><Id>tell</Id><Topic>arn:aws:sns:us-east-1:111122223333:t</Topic>\
      <Event>s3:ReducedRedundancyLostObject</Event></TopicConfiguration>\
      <CloudFunctionConfiguration><Id>resize</Id>\
      <CloudFunction>arn:aws:lambda:us-east-1:111122223333:function:f</CloudFunction>\
      <Event>s3:ObjectTagging:*</Event></CloudFunctionConfiguration>\
      <EventBridgeConfiguration></EventBridgeConfiguration>\
      """
          .formatted(THEIRS);

  private final AtomicReference<String> document = new AtomicReference<>("");
  private final AtomicReference<JsonNode> answer = new AtomicReference<>();
  private final List<String> sent = new ArrayList<>();
  private final Set<String> gone = new HashSet<>();
  private HttpServer server;
  private int refusals;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String text = new String(body, StandardCharsets.UTF_8);
    int status = 200;
    String reply = "";
    if (exchange.getRequestURI().getPath().equals("/answer")) {
      answer.set(JsonMapper.shared().readTree(text));
    } else if (!exchange.getRequestURI().getPath().startsWith("/team")) {
      status = 404;
      reply = "<Error><Code>NoSuchBucket</Code><Message>no</Message></Error>";
    } else if (exchange.getRequestMethod().equals("GET")) {
      reply = "<NotificationConfiguration>" + document.get() + "</NotificationConfiguration>";
    } else if (refusals-- > 0) {
      status = 400;
      reply = "<Error><Code>InvalidArgument</Code><Message>refused</Message></Error>";
    } else {
      document.set(
          text.replaceAll(
              "^.*?<NotificationConfiguration[^>]*>|</NotificationConfiguration>$", ""));
    }
    byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private final class TestCloud implements TakeoverHandler.Cloud {
    @Override
    public BucketNotifications notifications(String bucket) {
      return BucketNotifications.open(
          new S3Settings(
              address(),
              "us-east-1",
              bucket,
              new Credentials("key", "secret"),
              null,
              S3Settings.DEFAULT_TIMEOUT));
    }

    @Override
    public NominationQueue queue(String url) {
      return sent::addAll;
    }

    @Override
    public boolean isGone(String queueArn) {
      return gone.contains(queueArn);
    }
  }

  private JsonNode request(String type, String bucket, String before) throws IOException {
    String json =
        """
        {"RequestType":"%s","ResponseURL":"%s/answer","StackId":"stack","RequestId":"1","LogicalResourceId":"R",
         "ResourceProperties":{"Bucket":"%s","QueueArn":"%s","QueueUrl":"url","Prefix":"sessions/","Suffix":".fastshot",
           "Events":["s3:ObjectCreated:*","s3:ObjectRemoved:*"]}%s}
        """
            .formatted(type, address(), bucket, OURS, before);
    new TakeoverHandler(new TestCloud())
        .handleRequest(
            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream(),
            new TestContext());
    return Objects.requireNonNull(answer.get(), "CloudFormation was told nothing");
  }

  private static String entry(String queue, String prefix) {
    return """
    <QueueConfiguration><Id>x</Id><Queue>%s</Queue><Event>s3:ObjectCreated:Put</Event><Filter><S3Key>\
    <FilterRule><Name>Prefix</Name><Value>%s</Value></FilterRule>\
    </S3Key></Filter></QueueConfiguration>\
    """
        .formatted(queue, prefix);
  }

  @Test
  void oursIsAddedAndEveryOtherStays() throws IOException {
    document.set(OTHERS);
    JsonNode answered = request("Create", "team", "");

    assertThat(answered.path("Status").asString()).isEqualTo("SUCCESS");
    assertThat(answered.path("PhysicalResourceId").asString()).contains("team");
    assertThat(answered.path("LogicalResourceId").asString()).isEqualTo("R");
    assertThat(document.get())
        .contains(
            "<Id>scan</Id>",
            THEIRS,
            "incoming/",
            "<Id>tell</Id>",
            "<Id>resize</Id>",
            "<EventBridgeConfiguration")
        .contains(OURS, "sessions/", ".fastshot", "s3:ObjectRemoved:*");
    assertThat(sent)
        .as("what is there already must be found")
        .containsExactly(QueueMessages.check());
  }

  @Test
  void doneTwiceItStandsThereOnce() throws IOException {
    request("Create", "team", "");
    String once = document.get();
    request(
        "Update",
        "team",
        ",\"OldResourceProperties\":{\"Bucket\":\"team\",\"QueueArn\":\"" + OURS + "\"}");
    assertThat(document.get()).isEqualTo(once);
  }

  @Test
  void anotherQueueOfTheSameStackIsReplaced() throws IOException {
    document.set(entry("arn:aws:sqs:us-east-1:111122223333:old", "sessions/") + OTHERS);
    request(
        "Update",
        "team",
        ",\"OldResourceProperties\":{\"Bucket\":\"team\",\"QueueArn\":\"arn:aws:sqs:us-east-1:111122223333:old\"}");
    assertThat(document.get()).contains(OURS, THEIRS).doesNotContain(":old<");
  }

  @Test
  void whatAStackLeftBehindIsDroppedAndNothingElse() throws IOException {
    String left = "arn:aws:sqs:us-east-1:111122223333:left";
    String elsewhere = "arn:aws:sqs:us-east-1:111122223333:elsewhere";
    gone.add(left);
    gone.add(elsewhere);
    document.set(entry(left, "sessions/") + entry(elsewhere, "photos/"));
    request("Create", "team", "");
    assertThat(document.get()).contains(OURS, elsewhere).doesNotContain(left);
  }

  @Test
  void aLivingReceiverOfTheSameEventsIsNamed() throws IOException {
    document.set(entry(THEIRS, "sessions/"));
    refusals = 2;
    JsonNode answered = request("Create", "team", "");
    assertThat(answered.path("Status").asString()).isEqualTo("FAILED");
    assertThat(answered.path("Reason").asString()).contains(THEIRS, "one receiver");
    assertThat(document.get()).isEqualTo(entry(THEIRS, "sessions/"));
    assertThat(sent).isEmpty();
  }

  @Test
  void aReceiverThatIsOutOfOrderIsNotInTheWay() throws IOException {
    document.set(OTHERS);
    refusals = 1;
    assertThat(request("Create", "team", "").path("Status").asString()).isEqualTo("SUCCESS");
    assertThat(document.get()).contains(OURS, THEIRS);
  }

  @Test
  void givenBackTheBucketHasItsOwnOnly() throws IOException {
    document.set(OTHERS);
    request("Create", "team", "");
    request("Delete", "team", "");
    assertThat(document.get()).contains(THEIRS, "<Id>tell</Id>").doesNotContain(OURS);
  }

  @Test
  void aBucketThatIsGoneDoesNotHoldTheStackUp() throws IOException {
    assertThat(request("Delete", "absent", "").path("Status").asString()).isEqualTo("SUCCESS");
    JsonNode created = request("Create", "absent", "");
    assertThat(created.path("Status").asString()).isEqualTo("FAILED");
    assertThat(created.path("Reason").asString()).contains("There is no bucket absent");
  }
}
