package io.fastshot.client.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy of a company: refuses all, as such proxies do with what they do not know. */
public final class CountingProxy implements AutoCloseable {
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  public CountingProxy() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    server.start();
  }

  /** The variables by which programs are sent there. */
  public Map<String, String> environment() {
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "HTTP_PROXY", address,
        "http_proxy", address,
        "HTTPS_PROXY", address,
        "https_proxy", address);
  }

  /** The requests that came. */
  public List<String> seen() {
    return seen;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
