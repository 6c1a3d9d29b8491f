def printed = { String... command ->
    def process = new ProcessBuilder(command)
    process.environment()['JDK_JAVA_OPTIONS'] = '-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8'
    process.start().inputStream.getText('UTF-8').normalize()
}
def java = System.getProperty('java.home') + '/bin/java'
def target = "$basedir/target"
def expected = new File(basedir, 'expected.txt').getText('UTF-8')

// as the jars come, Commons Math as an automatic module
def path = "$target/lib" + File.pathSeparator + "$target/module-path-1.jar"
def main = 'com.example.launch/com.example.launch.Launch'
assert printed(java, '-p', path, '-m', main) == expected

// as an image, which has nothing of the JDK but its base and the logging that Guava asks for
assert printed("$target/image/bin/java", '-m', main) == expected
def modules = printed("$target/image/bin/java", '--list-modules').readLines().collect { it - ~/@.*/ }
assert modules.findAll { it ==~ /(java|jdk)\..*/ } == ['java.base', 'java.logging']
assert new File(target, 'image').directorySize() < 80_000_000
