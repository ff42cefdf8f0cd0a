package io.fastshot.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What other clients ask for: answered, or refused by its name, as S3 does. */
final class S3AnswersTest extends OnOneStore {
  @ParameterizedTest
  @CsvSource({
    "list-type=2&prefix=xml%2F,ListBucketResult",
    "prefix=xml%2F,ListBucketResult",
    "prefix=xml%2F&versions,ListVersionsResult",
    "list-type=2&prefix=xml%2F%01,ListBucketResult"
  })
  void listingIsWholeWhenXmlCannotHoldAKey(String query, String root) throws IOException {
    put("xml/\u0001 <&>", "x");

    RawRequest.Answer answer = request("GET", "", query).sign().send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("<Key>xml/&#x1; &#x3c;&#x26;&#x3e;</Key>")
        .endsWith("</" + root + ">");
  }

  @Test
  void uploadInPartsOfAKeyThatXmlCannotHoldIsRefused() throws IOException {
    RawRequest.Answer answer = request("POST", "/a%01b", "uploads").sign().send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("<Code>InvalidArgument</Code>", "in one piece");
  }

  @Test
  void tagsAreAnEmptySet() {
    put("tags", "x");

    assertThat(s3.getObjectTagging(r -> r.bucket(bucket).key("tags")).tagSet()).isEmpty();
    assertThatThrownBy(() -> s3.getObjectTagging(r -> r.bucket(bucket).key("tags/none")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
  }

  @Test
  void aBucketThatNeverHadVersionsHasOneOfEachObject() {
    put("versions/a", "a");
    put("versions/b c", "bb");
    put("versions/d/e", "e");

    assertThat(s3.getBucketVersioning(r -> r.bucket(bucket)).status()).isNull();
    var first =
        s3.listObjectVersions(r -> r.bucket(bucket).prefix("versions/").delimiter("/").maxKeys(2));
    assertThat(first.isTruncated()).isTrue();
    assertThat(first.versions())
        .extracting(version ->
            version.key()
                + " "
                + version.versionId()
                + " "
                + version.isLatest()
                + " "
                + version.size())
        .containsExactly("versions/a null true 1", "versions/b c null true 2");
    var second =
        s3.listObjectVersions(r ->
            r.bucket(bucket)
                .prefix("versions/")
                .delimiter("/")
                .keyMarker(first.nextKeyMarker())
                .versionIdMarker(first.nextVersionIdMarker()));
    assertThat(second.commonPrefixes())
        .extracting(prefix -> prefix.prefix())
        .containsExactly("versions/d/");
    assertThat(second.isTruncated()).isFalse();
    s3.deleteObject(r -> r.bucket(bucket).key("versions/a").versionId("null"));
    assertThat(exists("versions/a")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "bucket-owner-full-control", "bucket-owner-read"})
  void anAclThatGivesTheOwnerWhatIsHisIsTaken(String acl) throws IOException {
    put("acl/" + acl, "x");

    assertThat(request("PUT", "/acl/" + acl, "acl").header("x-amz-acl", acl).sign().send().status())
        .isEqualTo(200);
    assertThat(
            request("PUT", "/acl/new-" + acl, "")
                .header("x-amz-acl", acl)
                .body("y")
                .sign()
                .send()
                .status())
        .isEqualTo(200);
    assertThat(request("PUT", "", "acl").header("x-amz-acl", acl).sign().send().status())
        .isEqualTo(200);
    assertThat(request("PUT", "/acl/none", "acl").header("x-amz-acl", acl).sign().send().status())
        .isEqualTo(404);
  }

  @Test
  void theAclThatIsReadCanBeWrittenBack() throws IOException {
    put("acl/xml", "x");
    String xml = request("GET", "/acl/xml", "acl").sign().send().body();
    String dechunked = xml.substring(xml.indexOf('<'), xml.lastIndexOf('>') + 1);

    RawRequest.Answer answer = request("PUT", "/acl/xml", "acl").body(dechunked).sign().send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    RawRequest.Answer others =
        request("PUT", "/acl/xml", "acl")
            .body(
                dechunked.replace(
                    "</AccessControlList>",
                    "<Grant><Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:type=\"Group\"><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI>"
                        + "</Grantee><Permission>READ</Permission></Grant></AccessControlList>"))
            .sign()
            .send();
    assertThat(others.status()).as(others.body()).isEqualTo(400);
    assertThat(others.body()).contains("AccessControlListNotSupported");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-acl,public-read,400,AccessControlListNotSupported",
    "x-amz-grant-read,id=1,400,AccessControlListNotSupported",
    "x-amz-server-side-encryption,AES256,501,NotImplemented",
    "x-amz-server-side-encryption-customer-algorithm,AES256,501,NotImplemented",
    "x-amz-tagging,a=b,501,NotImplemented",
    "x-amz-object-lock-mode,GOVERNANCE,501,NotImplemented"
  })
  void whatIsNotDoneIsRefusedByItsName(String header, String value, int status, String code)
      throws IOException {
    RawRequest.Answer answer =
        request("PUT", "/refused", "").header(header, value).body("x").sign().send();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body())
        .contains("<Code>" + code + "</Code>", "<Header>" + header + "</Header>");
    assertThat(exists("refused")).isFalse();
  }
}
