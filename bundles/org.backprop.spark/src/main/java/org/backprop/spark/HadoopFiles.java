package org.backprop.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/** A file system of Hadoop, such as HDFS or a bucket of S3, to be read by the file API of Java. */
final class HadoopFiles extends FileSystem {
    private final org.apache.hadoop.fs.FileSystem files;
    private final HadoopProvider provider;

    private HadoopFiles(org.apache.hadoop.fs.FileSystem files) {
        this.files = files;
        provider = new HadoopProvider(files);
    }

    /**
     * A path, by the configuration of Spark where it runs ({@code spark.hadoop.*}), else by Hadoop's own.
     *
     * @throws IOException if there is no file system for the scheme, or it cannot be reached
     */
    static Path path(URI address) throws IOException {
        SparkEnv environment = SparkEnv.get();
        Configuration configuration = environment == null
                ? new Configuration()
                : SparkHadoopUtil.get().newConfiguration(environment.conf());
        try {
            HadoopFiles files = new HadoopFiles(org.apache.hadoop.fs.FileSystem.get(address, configuration));
            return new HadoopPath(files, address.getPath());
        } catch (RuntimeException e) {
            throw new IOException(Reasons.of(e), e); // a class or a host that is not there
        }
    }

    /** The address of a path. */
    org.apache.hadoop.fs.Path address(String path) {
        return new org.apache.hadoop.fs.Path(
                files.getUri().getScheme(), files.getUri().getAuthority(), path);
    }

    @Override
    public HadoopProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        // Hadoop keeps its file systems for all who use them
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(new HadoopPath(this, "/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
        return new HadoopPath(this, more.length == 0 ? first : first + "/" + String.join("/", more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
