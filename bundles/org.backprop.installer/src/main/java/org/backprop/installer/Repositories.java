package org.backprop.installer;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.maven.model.Repository;
import org.apache.maven.model.building.DefaultModelProcessor;
import org.apache.maven.model.io.DefaultModelReader;
import org.apache.maven.model.locator.DefaultModelLocator;
import org.apache.maven.model.superpom.DefaultSuperPomProvider;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationSelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/**
 * The repositories that Maven itself would use: Central as its built-in POM names it, and those of the user's settings,
 * with mirrors, proxies and credentials.
 */
final class Repositories {
    private Repositories() {}

    /** Maven's settings of this user; the defaults where there are none. */
    static Settings settings() throws InstallException {
        var request = new DefaultSettingsBuildingRequest();
        request.setSystemProperties(System.getProperties());
        request.setUserSettingsFile(home().resolve("settings.xml").toFile());
        File global = globalSettings();
        if (global != null && global.isFile()) {
            request.setGlobalSettingsFile(global);
        }
        try {
            return new DefaultSettingsBuilderFactory()
                    .newInstance()
                    .build(request)
                    .getEffectiveSettings();
        } catch (SettingsBuildingException e) {
            throw new InstallException("Maven's settings cannot be read: " + e.getMessage(), e);
        }
    }

    static Path home() {
        return Path.of(System.getProperty("user.home"), ".m2");
    }

    private static File globalSettings() {
        String maven = System.getenv("MAVEN_HOME");
        return maven == null ? null : Path.of(maven, "conf", "settings.xml").toFile();
    }

    /** Makes the session use mirrors, proxies and credentials of the settings. */
    static void configure(DefaultRepositorySystemSession session, Settings settings) {
        var mirrors = new DefaultMirrorSelector();
        for (Mirror mirror : settings.getMirrors()) {
            mirrors.add(
                    mirror.getId(),
                    mirror.getUrl(),
                    mirror.getLayout(),
                    false,
                    mirror.isBlocked(),
                    mirror.getMirrorOf(),
                    mirror.getMirrorOfLayouts());
        }
        session.setMirrorSelector(mirrors);
        var proxies = new DefaultProxySelector();
        for (Proxy proxy : settings.getProxies()) {
            if (proxy.isActive()) {
                proxies.add(
                        new org.eclipse.aether.repository.Proxy(
                                proxy.getProtocol(),
                                proxy.getHost(),
                                proxy.getPort(),
                                new AuthenticationBuilder()
                                        .addUsername(proxy.getUsername())
                                        .addPassword(proxy.getPassword())
                                        .build()),
                        proxy.getNonProxyHosts());
            }
        }
        session.setProxySelector(proxies);
        session.setAuthenticationSelector(credentials(settings));
        session.setOffline(settings.isOffline());
    }

    private static AuthenticationSelector credentials(Settings settings) {
        var credentials = new DefaultAuthenticationSelector();
        for (Server server : settings.getServers()) {
            credentials.add(
                    server.getId(),
                    new AuthenticationBuilder()
                            .addUsername(server.getUsername())
                            .addPassword(server.getPassword())
                            .addPrivateKey(server.getPrivateKey(), server.getPassphrase())
                            .build());
        }
        return credentials;
    }

    /** The repositories; a checksum that does not fit fails the download. */
    static List<RemoteRepository> all(Settings settings) {
        var repositories = new ArrayList<RemoteRepository>();
        for (String active : settings.getActiveProfiles()) {
            Profile profile = settings.getProfilesAsMap().get(active);
            if (profile != null) {
                profile.getRepositories()
                        .forEach(repository -> repositories.add(
                                remote(repository.getId(), repository.getLayout(), repository.getUrl())));
            }
        }
        for (Repository repository : superPom()) {
            repositories.add(remote(repository.getId(), repository.getLayout(), repository.getUrl()));
        }
        return repositories;
    }

    private static RemoteRepository remote(String id, String layout, String url) {
        return new RemoteRepository.Builder(id, layout, url)
                .setPolicy(new RepositoryPolicy(
                        true, RepositoryPolicy.UPDATE_POLICY_NEVER, RepositoryPolicy.CHECKSUM_POLICY_FAIL))
                .build();
    }

    private static List<Repository> superPom() {
        return new DefaultSuperPomProvider()
                .setModelProcessor(new DefaultModelProcessor()
                        .setModelLocator(new DefaultModelLocator())
                        .setModelReader(new DefaultModelReader()))
                .getSuperModel("4.0.0")
                .getRepositories();
    }
}
