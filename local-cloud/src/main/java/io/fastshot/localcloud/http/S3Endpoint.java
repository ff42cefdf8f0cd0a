package io.fastshot.localcloud.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: S3 and the other services on one port of 127.0.0.1. */
public final class S3Endpoint implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int MAX_THREADS = 200;
  private static final int MIN_THREADS = 4;

  private final Server server;
  private final ServerConnector connector;

  private S3Endpoint(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts the server.
   *
   * @param port 0 for a free one
   * @param s3 serves what no other servlet does
   * @param others by their path specification
   * @param filters around all requests, the outermost first
   * @throws IOException if the port is taken
   */
  public static S3Endpoint start(
      int port, HttpServlet s3, Map<String, HttpServlet> others, List<Filter> filters)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    threads.setName("local-cloud-http");
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(HOST);
    connector.setPort(port);
    server.addConnector(connector);
    ServletHolder s3Holder = new ServletHolder("s3", s3);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(s3Holder, "/*");
    others.forEach((path, servlet) -> context.addServlet(new ServletHolder(servlet), path));
    for (Filter filter : filters) {
      context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    }
    server.setHandler(context);
    server.setErrorHandler(S3Endpoint::answerError);
    // A client's idle connection would hold a graceful stop for two seconds.
    server.setStopTimeout(0);
    S3Endpoint endpoint = new S3Endpoint(server, connector);
    endpoint.listen(port);
    return endpoint;
  }

  /** As lenient as S3Proxy's own server: keys may hold everything. */
  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setHttpCompliance(HttpCompliance.LEGACY);
    configuration.setUriCompliance(UriCompliance.LEGACY);
    configuration.setHeaderCacheCaseSensitive(true);
    configuration.setSendServerVersion(false);
    return configuration;
  }

  /**
   * Answers what never reaches a servlet, such as a malformed URI, in the form of S3. Jetty closes
   * the connection afterwards: a client that is not told sends its next request into nothing.
   */
  private static boolean answerError(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    String code = response.getStatus() < 500 ? "InvalidRequest" : "InternalError";
    Content.Sink.write(
        response,
        true,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code></Error>",
        callback);
    return true;
  }

  @SuppressWarnings("CatchingUnchecked") // Jetty's start declares Exception
  private void listen(int port) throws IOException {
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw new IOException(
          "cannot listen on port "
              + port
              + " of "
              + HOST
              + " ("
              + e.getMessage()
              + "); choose another port, or 0 for a free one",
          e);
    }
  }

  /** The port that is listened on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Stops at once; a request that is cut off was applied as a whole or not at all. */
  @Override
  @SuppressWarnings("CatchingUnchecked") // Jetty's stop declares Exception
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the local cloud's HTTP server did not stop", e);
    }
  }
}
