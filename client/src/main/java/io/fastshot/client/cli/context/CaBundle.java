package io.fastshot.client.cli.context;

import io.fastshot.client.data.connection.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes this process trust more certificates, as behind a proxy of a company. */
final class CaBundle {
  private CaBundle() {}

  /** Trusts the certificates of a PEM file besides Java's own, for all HTTPS connections. */
  static void trust(Path pem) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      try (InputStream in = Files.newInputStream(pem)) {
        for (Certificate certificate :
            CertificateFactory.getInstance("X.509").generateCertificates(in)) {
          store.setCertificateEntry("bundle-" + count++, certificate);
        }
      }
      for (X509Certificate own : javasOwn()) {
        store.setCertificateEntry("java-" + count++, own);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(store), null);
      HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
      SSLContext.setDefault(context);
    } catch (IOException | GeneralSecurityException e) {
      throw new CommandException(
          ExitCode.USAGE, "the certificates in " + pem + " cannot be used: " + Failure.describe(e));
    }
  }

  private static X509Certificate[] javasOwn() throws GeneralSecurityException {
    return Stream.of(managers(null))
        .filter(X509TrustManager.class::isInstance)
        .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
        .toArray(X509Certificate[]::new);
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
